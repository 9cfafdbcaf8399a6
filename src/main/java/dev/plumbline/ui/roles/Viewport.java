package dev.plumbline.ui.roles;

/** Which part of a drawing is seen, and how large: screen = drawing × scale + offset. */
final class Viewport {
    static final double SMALLEST = 0.02;
    static final double LARGEST = 3;
    private double scale = 1;
    private double x;
    private double y;

    double scale() {
        return scale;
    }

    /** A size of letters in steps of half a pixel: the letters of every new size must be drawn anew, which makes zooming slow. */
    double fontSize(double natural) {
        return Math.max(1, Math.floor(natural * scale * 2) / 2);
    }

    double screenX(double drawingX) {
        return drawingX * scale + x;
    }

    double screenY(double drawingY) {
        return drawingY * scale + y;
    }

    double drawingX(double screenX) {
        return (screenX - x) / scale;
    }

    double drawingY(double screenY) {
        return (screenY - y) / scale;
    }

    void panBy(double byX, double byY) {
        x += byX;
        y += byY;
    }

    /** Larger or smaller; what is at this point of the screen stays there. */
    void zoomAt(double screenX, double screenY, double factor) {
        double fixedX = drawingX(screenX);
        double fixedY = drawingY(screenY);
        scale = Math.max(SMALLEST, Math.min(LARGEST, scale * factor));
        x = screenX - fixedX * scale;
        y = screenY - fixedY * scale;
    }

    /** All of a drawing with room around it, never larger than its natural size. */
    void fit(double width, double height, double screenWidth, double screenHeight, double head, double margin) {
        double wide = (screenWidth - 2 * margin) / Math.max(1, width);
        double high = (screenHeight - head - 2 * margin) / Math.max(1, height);
        scale = Math.max(SMALLEST, Math.min(1, Math.min(wide, high)));
        x = margin + Math.max(0, (screenWidth - 2 * margin - width * scale) / 2);
        y = head + margin;
    }

    /** The left of a drawing at a size at which it can be read, with this height of it in the middle, but no room left above its top. */
    void showBeginning(double margin, double size, double middle, double head, double screenHeight) {
        scale = size;
        x = margin;
        y = Math.min(head + margin, screenHeight / 2 - middle * scale);
    }

    /** Moves as little as is needed for a box to be seen. */
    void reveal(double left, double top, double right, double bottom, double width, double height, double head) {
        double margin = 24;
        double overLeft = margin - screenX(left);
        double overRight = screenX(right) - (width - margin);
        double overTop = head + margin - screenY(top);
        double overBottom = screenY(bottom) - (height - margin);
        panBy(
                overLeft > 0 ? overLeft : overRight > 0 ? -overRight : 0,
                overTop > 0 ? overTop : overBottom > 0 ? -overBottom : 0);
    }
}
