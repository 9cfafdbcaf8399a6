package dev.plumbline.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.SplitPane.Divider;
import javafx.scene.control.skin.SplitPaneSkin;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/**
 * Divides what it has as it was last told to, however large it becomes, and lets no part vanish. The skin of the
 * toolkit takes the same number of pixels from every part, which leaves nothing of a narrow one. Where a part is said
 * not to grow with its parent, the toolkit's own way holds. Styles name this class for every split pane.
 */
public final class SteadySplitSkin extends SplitPaneSkin {
    private static final double LEAST_WIDTH = 160;
    private static final double LEAST_HEIGHT = 80;

    private final List<Double> wanted = new ArrayList<>();
    private Subscription watched = Subscription.EMPTY;
    private boolean layingOut;
    private double before = -1;

    public SteadySplitSkin(SplitPane pane) {
        super(pane);
        pane.getDividers().addListener((ListChangeListener<Divider>) change -> watch());
        watch();
    }

    private void watch() {
        watched.unsubscribe();
        watched = Subscription.EMPTY;
        wanted.clear();
        List<Divider> dividers = getSkinnable().getDividers();
        for (int index = 0; index < dividers.size(); index++) {
            int place = index;
            wanted.add(dividers.get(index).getPosition());
            watched = watched.and(dividers.get(index).positionProperty().subscribe((was, position) -> {
                if (!layingOut) {
                    wanted.set(place, position.doubleValue());
                }
            }));
        }
    }

    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        SplitPane pane = getSkinnable();
        boolean beside = pane.getOrientation() == Orientation.HORIZONTAL;
        double size = beside ? w : h;
        layingOut = true;
        try {
            pane.getItems().forEach(item -> keepSome(item, beside));
            super.layoutChildren(x, y, w, h);
            if (size != before && pane.getItems().stream().allMatch(SteadySplitSkin::grows)) {
                pane.setDividerPositions(
                        wanted.stream().mapToDouble(Double::doubleValue).toArray());
                super.layoutChildren(x, y, w, h);
            }
            before = size;
        } finally {
            layingOut = false;
        }
    }

    private static boolean grows(Node item) {
        return !Boolean.FALSE.equals(SplitPane.isResizableWithParent(item));
    }

    private static void keepSome(Node item, boolean beside) {
        if (item instanceof Region part) {
            if (beside && part.minWidth(-1) < LEAST_WIDTH) {
                part.setMinWidth(LEAST_WIDTH);
            } else if (!beside && part.minHeight(-1) < LEAST_HEIGHT) {
                part.setMinHeight(LEAST_HEIGHT);
            }
        }
    }
}
