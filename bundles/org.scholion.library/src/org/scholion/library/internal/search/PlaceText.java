package org.scholion.library.internal.search;

import org.scholion.library.search.PlaceQuery;

/** The text of a place that the encoder is given; its form is that of the encoder's training. */
final class PlaceText {

    private PlaceText() {}

    static String of(PlaceQuery place) {
        String sentence = (place.before().strip() + " " + place.after().strip()).strip();
        return place.paperTitle().isBlank() ? sentence : place.paperTitle() + ". " + sentence;
    }
}
