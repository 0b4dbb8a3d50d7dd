package org.scholion.inference.store;

/**
 * A file of an installed model.
 *
 * @param path relative to the model's folder, names separated by {@code /}
 * @param size in bytes
 * @param sha256 64 lower case hexadecimal digits
 * @param pinned whether the catalogue named the hash of this file, or of the one that it was made from; else the hash was recorded at the
 *     install, without anything to compare it with
 */
public record InstalledFile(String path, long size, String sha256, boolean pinned) {}
