package org.somoim.accounts;

import org.somoim.kernel.Line;
import org.somoim.mail.Email;

/**
 * What someone gives to open an account. Nothing else is asked for.
 *
 * @param displayName what others will see, 1 to 100 code points
 */
public record NewAccount(Email email, Password password, Line displayName) {}
