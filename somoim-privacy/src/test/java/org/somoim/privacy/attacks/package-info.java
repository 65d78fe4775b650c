/**
 * The promise of comparisons, put to the test by attack: seventeen programs that try to learn something about one person
 * from what members see, and communities that are broken on purpose, which they must get through to.
 *
 * <p>A host runs them on a plan of its own: {@code AttackLab.of(InProcess.under(plan)).run()}.
 */
@NullMarked
package org.somoim.privacy.attacks;

import org.jspecify.annotations.NullMarked;
