package org.somoim.phones;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.List;
import org.somoim.privacy.redaction.PhoneFinder;

/**
 * Whatever libphonenumber takes for a number that could be dialled, valid or not. That is far too much for a text with
 * amounts and days in it, and right for one they were taken out of. Safe between threads.
 */
public final class PossiblePhones implements PhoneFinder {
    /** In digits; what has fewer is not somebody's. */
    private static final int SHORTEST = 7;

    /** In UTF-16 code units. The library's work on one stretch grows faster than the stretch. */
    private static final int LONGEST_STRETCH = 400;

    /** As many signs as a number may reach over, so that none is cut by the end of a stretch. */
    private static final int LAP = 60;

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String region;

    /** @param region two capital letters of ISO 3166-1: where numbers without a country code are dialled, such as KR */
    public PossiblePhones(String region) {
        if (!library.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException("the region must be one that has telephones");
        }
        this.region = region;
    }

    @Override
    public List<Span> find(String text) {
        var spans = new ArrayList<Span>();
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(text.length(), start + LONGEST_STRETCH);
            String stretch = text.substring(start, end);
            if (digits(stretch) >= SHORTEST) {
                for (PhoneNumberMatch match :
                        library.findNumbers(stretch, region, Leniency.POSSIBLE, LONGEST_STRETCH)) {
                    spans.add(new Span(start + match.start(), start + match.end()));
                }
            }
            start = end == text.length() ? end : end - LAP;
        }
        return spans;
    }

    private static int digits(String text) {
        return (int) text.chars().filter(sign -> sign >= '0' && sign <= '9').count();
    }
}
