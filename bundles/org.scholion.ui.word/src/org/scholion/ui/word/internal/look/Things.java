package org.scholion.ui.word.internal.look;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontMetrics;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.scholion.manuscript.rendition.Picture;
import org.scholion.manuscript.rendition.Span.Thing;
import org.scholion.ui.word.internal.Messages;

/** Draws what stands for one letter: pictures as they are, formulas, citations and references as a tinted text. In the thread of the user interface. */
final class Things {

    private static final int MOST_LETTERS = 70;
    private static final int PADDING = 4;
    private static final int ROUND = 6;
    private static final int PICTURE_GAP = 4;
    private static final float DOTS_PER_POINT = 96f / 72f;
    /** In points, of a picture whose size the document does not say. */
    private static final float UNKNOWN_WIDTH = 240;

    private static final float UNKNOWN_HEIGHT = 140;

    private final StyledText text;
    private final PictureCache pictures;
    private int room = Integer.MAX_VALUE;

    Things(StyledText text, PictureCache pictures) {
        this.text = text;
        this.pictures = pictures;
    }

    /**
     * How wide a picture may be, in pixels.
     *
     * @return whether that is another room than before, so that metrics are to be asked for again
     */
    boolean setRoom(int pixels) {
        boolean other = room != pixels;
        room = pixels;
        return other;
    }

    /** What a thing is in words. */
    static String words(Thing thing) {
        if (thing.picture().isPresent()) {
            String kind = extension(thing.picture().get());
            return thing.display().isEmpty() ? NLS.bind(Messages.thing_picture, kind) : NLS.bind(Messages.thing_pictureOf, kind, thing.display());
        }
        if (!thing.display().isBlank()) {
            return thing.display().strip();
        }
        return switch (thing.kind()) {
            case INLINE_MATH, DISPLAY_MATH -> Messages.thing_formula;
            case CITATION -> Messages.thing_citation;
            case CROSS_REFERENCE -> Messages.thing_reference;
            default -> Messages.thing_object;
        };
    }

    private static String extension(Picture picture) {
        return picture.part().substring(picture.part().lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    private static String shown(Thing thing) {
        String words = words(thing);
        return words.length() <= MOST_LETTERS ? words : words.substring(0, MOST_LETTERS - 1) + "\u2026";
    }

    /** The room that a thing takes. */
    GlyphMetrics metrics(Thing thing, @Nullable Font font) {
        if (thing.picture().isPresent()) {
            Point size = size(thing.picture().get());
            return new GlyphMetrics(size.y + PICTURE_GAP, PICTURE_GAP, size.x);
        }
        GC gc = new GC(text);
        try {
            gc.setFont(font == null ? text.getFont() : font);
            FontMetrics metrics = gc.getFontMetrics();
            int width = gc.textExtent(shown(thing), SWT.DRAW_TRANSPARENT).x + 2 * PADDING;
            return new GlyphMetrics(metrics.getAscent() + metrics.getLeading(), metrics.getDescent(), width);
        } finally {
            gc.dispose();
        }
    }

    /** As on paper, but not wider than the page. */
    private Point size(Picture picture) {
        float width = (picture.width() > 0 ? picture.width() : UNKNOWN_WIDTH) * DOTS_PER_POINT;
        float height = (picture.height() > 0 ? picture.height() : UNKNOWN_HEIGHT) * DOTS_PER_POINT;
        float shrink = Math.min(1, room / width);
        return new Point(Math.max(1, Math.round(width * shrink)), Math.max(1, Math.round(height * shrink)));
    }

    /** Draws a thing where its letter stands. */
    void draw(GC gc, Thing thing, @Nullable Font font, int x, int baseline) {
        if (thing.picture().isPresent()) {
            Point size = size(thing.picture().get());
            drawPicture(gc, thing, new Rectangle(x, baseline - size.y, size.x, size.y));
            return;
        }
        gc.setFont(font == null ? text.getFont() : font);
        FontMetrics metrics = gc.getFontMetrics();
        int ascent = metrics.getAscent() + metrics.getLeading();
        String words = shown(thing);
        int width = gc.textExtent(words, SWT.DRAW_TRANSPARENT).x + 2 * PADDING;
        gc.setBackground(WordColours.THING.get());
        gc.fillRoundRectangle(x + 1, baseline - ascent, width - 2, ascent + metrics.getDescent(), ROUND, ROUND);
        gc.setForeground(text.getForeground());
        gc.drawText(words, x + PADDING, baseline - ascent, SWT.DRAW_TRANSPARENT);
    }

    private void drawPicture(GC gc, Thing thing, Rectangle place) {
        Optional<Image> image = pictures.get(thing.picture().orElseThrow());
        if (image.isPresent()) {
            Rectangle bounds = image.get().getBounds();
            gc.setInterpolation(SWT.HIGH);
            gc.drawImage(image.get(), 0, 0, bounds.width, bounds.height, place.x, place.y, place.width, place.height);
            return;
        }
        gc.setFont(text.getFont());
        gc.setForeground(WordColours.FRAME.get());
        gc.drawRectangle(place.x, place.y, place.width - 1, place.height - 1);
        gc.setForeground(text.getForeground());
        gc.setClipping(place);
        String words = shown(thing);
        Point extent = gc.textExtent(words);
        gc.drawText(
                words, place.x + Math.max(PADDING, (place.width - extent.x) / 2), place.y + Math.max(0, (place.height - extent.y) / 2),
                SWT.DRAW_TRANSPARENT);
        gc.setClipping((Rectangle) null);
    }
}
