package org.scholion.inference.internal.download;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that is wanted.
 *
 * @param address http or https
 * @param target where it is to lie; its folder exists. While it is not whole, it has {@code .part} behind its name
 * @param size in bytes, when known
 * @param sha256 64 lower case hexadecimal digits, when known
 * @param mostBytes more are refused
 */
public record Request(URI address, Path target, OptionalLong size, Optional<String> sha256, long mostBytes) {}
