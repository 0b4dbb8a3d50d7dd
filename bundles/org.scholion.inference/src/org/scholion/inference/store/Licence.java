package org.scholion.inference.store;

import java.util.Optional;

/**
 * Under what terms a model may be used.
 *
 * @param name SPDX identifier, or a name for people where there is none
 * @param url where its text is
 * @param acceptance the text to show before an install, where the licence asks for acceptance
 */
public record Licence(String name, String url, Optional<String> acceptance) {}
