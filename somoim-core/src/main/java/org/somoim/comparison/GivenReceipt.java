package org.somoim.comparison;

import org.somoim.kernel.Id;
import org.somoim.privacy.PrivacyReceipt;

/** A receipt, and the id under which anybody who knows it gets the same again. */
public record GivenReceipt(Id<KeptReceipt> id, PrivacyReceipt receipt) {}
