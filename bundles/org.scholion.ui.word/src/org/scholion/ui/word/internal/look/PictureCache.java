package org.scholion.ui.word.internal.look;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.rendition.Picture;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.word.internal.Messages;
import org.scholion.ui.word.internal.document.WordDocumentProvider.PictureSource;

/** The pictures of one document that were seen lately; read in the background when one is asked for first. In the thread of the user interface. */
final class PictureCache {

    private static final int MOST = 24;
    /** Larger ones are made smaller: nobody sees more on a screen. */
    private static final int MOST_PIXELS = 1600;

    private final StyledText text;
    private PictureSource source = (picture, cancel) -> new byte[0];
    private final LinkedHashMap<String, Optional<Image>> images = new LinkedHashMap<>(16, 0.75f, true);

    PictureCache(StyledText text) {
        this.text = text;
        text.addDisposeListener(event -> clear());
    }

    /** The document was read again. */
    void renew(PictureSource fresh) {
        source = fresh;
        clear();
    }

    /** A picture; empty as long as it is read, or when nobody can draw it. */
    Optional<Image> get(Picture picture) {
        Optional<Image> known = images.get(picture.part());
        if (known != null) {
            return known;
        }
        images.put(picture.part(), Optional.empty());
        load(picture);
        return Optional.empty();
    }

    private void load(Picture picture) {
        PictureSource from = source;
        new ScholionJob(Messages.job_pictures, JobFamily.LOCATE, Job.DECORATE) {
            @Override
            protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
                try {
                    ImageData data = smaller(new ImageData(new ByteArrayInputStream(from.read(picture, cancel))));
                    if (!text.isDisposed()) {
                        text.getDisplay().asyncExec(() -> loaded(picture, data, from));
                    }
                } catch (IOException | ManuscriptException | SWTException e) {
                    // a format that nobody here can draw, such as EMF: the frame with its name stays
                    ILog.of(PictureCache.class).info(picture.part(), e);
                }
            }
        }.schedule();
    }

    private static ImageData smaller(ImageData data) {
        int largest = Math.max(data.width, data.height);
        return largest <= MOST_PIXELS
                ? data
                : data.scaledTo(Math.max(1, data.width * MOST_PIXELS / largest), Math.max(1, data.height * MOST_PIXELS / largest));
    }

    private void loaded(Picture picture, ImageData data, PictureSource from) {
        if (text.isDisposed() || from != source) {
            return;
        }
        images.put(picture.part(), Optional.of(new Image(text.getDisplay(), data)));
        while (images.size() > MOST) {
            Map.Entry<String, Optional<Image>> oldest = images.pollFirstEntry();
            oldest.getValue().ifPresent(Image::dispose);
        }
        text.redraw();
    }

    private void clear() {
        images.values().forEach(image -> image.ifPresent(Image::dispose));
        images.clear();
    }
}
