package org.somoim.comparison;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Small whole numbers in a row, such as {@code 3,-,10}: which band in each dimension, or which bin of each metric. A dash
 * stands where there is none.
 */
public record Indexes(String value) {
    /** What {@link #array()} has where there is none. */
    public static final int NONE = -1;

    private static final Pattern FORM = Pattern.compile("(?:-|[0-9]{1,4})(?:,(?:-|[0-9]{1,4})){0,63}");

    public Indexes {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "up to 64 numbers of at most four digits, or dashes, with commas between");
        }
    }

    /** @param indexes {@value #NONE} where there is none */
    public static Indexes of(int... indexes) {
        return new Indexes(Arrays.stream(indexes)
                .mapToObj(index -> index == NONE ? "-" : Integer.toString(index))
                .collect(Collectors.joining(",")));
    }

    /** A new array, with {@value #NONE} where there is none. */
    public int[] array() {
        int[] all = new int[size()];
        int at = 0;
        int number = 0;
        boolean isThere = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',') {
                all[at++] = isThere ? number : NONE;
                number = 0;
                isThere = false;
            } else if (c != '-') {
                number = number * 10 + (c - '0');
                isThere = true;
            }
        }
        all[at] = isThere ? number : NONE;
        return all;
    }

    /** How many, those that are not there included. */
    public int size() {
        int size = 1;
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == ',') {
                size++;
            }
        }
        return size;
    }
}
