package org.scholion.inference.internal.download;

/**
 * A file that was fetched and checked.
 *
 * @param size in bytes
 * @param sha256 64 lower case hexadecimal digits
 */
public record Fetched(long size, String sha256) {}
