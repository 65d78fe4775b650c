package org.somoim.identities;

import org.somoim.kernel.Word;

/**
 * How somebody outside knows a person: one subject of one provider. Never reused for another person, which the provider
 * promises.
 *
 * @param provider the host's word for it, such as {@code keycloak}; an identity of source 003's {@code keycloak_id} is one
 *     of these
 */
public record Identity(Word provider, Subject subject) {}
