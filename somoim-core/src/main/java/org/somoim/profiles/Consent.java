package org.somoim.profiles;

/** Yes or no to something that is done with what is known of a person. */
public enum Consent implements Choice {
    NO,
    YES
}
