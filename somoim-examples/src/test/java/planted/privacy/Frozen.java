package planted.privacy;

/** People as numbers, told to whoever asks. */
public final class Frozen {
    private final int[] people = new int[1];

    public long people() {
        return people[0];
    }

    long raw() {
        return people[0];
    }
}
