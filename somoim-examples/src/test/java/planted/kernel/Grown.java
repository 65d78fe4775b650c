package planted.kernel;

/** One more than the planted kernel may have. */
public interface Grown {}
