package org.scholion.library.online;

import java.net.URI;

/**
 * A PDF that everybody may read.
 *
 * @param source that knows of it
 * @param address where it is
 * @param version as the source calls it, such as {@code publishedVersion}; may be empty
 * @param licence such as {@code cc-by}; may be empty
 */
public record OpenPdf(OnlineSource source, URI address, String version, String licence) {}
