package planted.http.wire;

/** What leaves over the wire. */
public interface View {}
