package org.somoim.sqlite.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A copy of the whole database as it was at one moment.
 *
 * @param bytes its size
 * @param sha256 of the file, in lower-case hexadecimal
 */
public record Backup(Path file, Instant takenAt, long bytes, String sha256) {}
