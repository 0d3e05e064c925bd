#!/usr/bin/env python3
"""Draws the three sample images of the demo campaign: calm still-lifes in the brand's palette.

    draw.py [FOLDER]        writes opened-jar.png, thirty-below.png and morning-shift.png

Every shape is a signed distance, so edges are smooth and shadows are soft without any library.
"""

import math
import pathlib
import struct
import sys
import zlib

WIDTH, HEIGHT = 480, 600

LINEN = (243, 239, 232)
CREAM = (252, 249, 243)
SAGE = (169, 184, 160)
WILLOW = (63, 91, 75)
BARK = (122, 104, 88)
CATKIN = (205, 202, 196)
FLOUR = (232, 222, 206)
DUSK = (176, 192, 206)
SNOW = (244, 247, 250)
CLAY = (200, 160, 132)


def mix(a, b, t):
    t = 0.0 if t < 0 else 1.0 if t > 1 else t
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def box(cx, cy, half_width, half_height, radius):
    def distance(x, y):
        dx = abs(x - cx) - half_width + radius
        dy = abs(y - cy) - half_height + radius
        return math.hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - radius
    return distance


def ellipse(cx, cy, rx, ry, turn=0.0):
    cos, sin = math.cos(turn), math.sin(turn)
    def distance(x, y):
        u = ((x - cx) * cos + (y - cy) * sin) / rx
        v = ((y - cy) * cos - (x - cx) * sin) / ry
        return (math.hypot(u, v) - 1) * min(rx, ry)
    return distance


def line(ax, ay, bx, by, half):
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    def distance(x, y):
        t = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length))
        return math.hypot(x - ax - dx * t, y - ay - dy * t) - half
    return distance


def slope(points):
    """Everything below a polyline of (x, y)."""
    def distance(x, y):
        for (ax, ay), (bx, by) in zip(points, points[1:]):
            if ax <= x <= bx:
                edge = ay + (by - ay) * (x - ax) / (bx - ax)
                return (edge - y) * 0.8
        return 1.0
    return distance


class Picture:
    def __init__(self, top, bottom):
        self.rows = [[mix(top, bottom, y / HEIGHT)] * WIDTH for y in range(HEIGHT)]

    def paint(self, shape, left, right=None, bounds=None):
        """Fills a shape; two colours run from its left edge to its right one, like light on a tube."""
        x0, y0, x1, y1 = bounds or (0, 0, WIDTH, HEIGHT)
        for y in range(max(y0, 0), min(y1, HEIGHT)):
            row = self.rows[y]
            for x in range(max(x0, 0), min(x1, WIDTH)):
                cover = 0.5 - shape(x + 0.5, y + 0.5)
                if cover <= 0:
                    continue
                colour = left if right is None else mix(left, right, (x - x0) / (x1 - x0))
                row[x] = mix(row[x], colour, cover)

    def shade(self, shape, softness, strength):
        for y in range(HEIGHT):
            row = self.rows[y]
            for x in range(WIDTH):
                t = 1 - shape(x, y) / softness
                if t > 0:
                    row[x] = mix(row[x], WILLOW, min(t, 1.0) ** 2 * strength)

    def write(self, path):
        raw = bytearray()
        before = bytes(WIDTH * 3)
        for row in self.rows:
            now = bytes(int(c + 0.5) for pixel in row for c in pixel)
            raw.append(2)  # filter Up: neighbours above differ least in these pictures
            raw.extend((a - b) & 255 for a, b in zip(now, before))
            before = now
        def chunk(kind, body):
            return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
                         + chunk(b"IDAT", zlib.compress(bytes(raw), 9)) + chunk(b"IEND", b""))


def tube(picture, cx, foot, scale=1.0):
    """A standing tube: cap below, flat crimp above, a green band with a willow twig."""
    w, h = 52 * scale, 150 * scale
    top = foot - 34 * scale - 2 * h
    picture.shade(ellipse(cx + 34 * scale, foot + 2, 92 * scale, 13 * scale), 26, 0.30)
    def body(x, y):
        t = (y - top) / (2 * h)
        if t < 0:
            return top - y
        if t > 1:
            return y - top - 2 * h
        half = w * (1.02 - 0.14 * t ** 3)
        return abs(x - cx) - half
    picture.paint(body, CREAM, mix(CREAM, SAGE, 0.45),
                  (int(cx - w - 4), int(top) - 2, int(cx + w + 4), int(foot - 34 * scale) + 2))
    picture.paint(box(cx, top + 8 * scale, w * 1.04, 10 * scale, 2), mix(CREAM, SAGE, 0.3),
                  mix(CREAM, SAGE, 0.7), (int(cx - w - 6), int(top) - 6, int(cx + w + 6), int(top) + 26))
    picture.paint(box(cx, foot - 17 * scale, w * 0.78, 18 * scale, 6), WILLOW, mix(WILLOW, (0, 0, 0), 0.3),
                  (int(cx - w), int(foot - 38 * scale), int(cx + w), int(foot) + 4))
    band = top + 150 * scale
    picture.paint(box(cx, band, w * 0.99, 34 * scale, 1), SAGE, mix(SAGE, WILLOW, 0.35),
                  (int(cx - w - 2), int(band - 36 * scale), int(cx + w + 2), int(band + 36 * scale)))
    picture.paint(line(cx - 22 * scale, band + 20 * scale, cx + 20 * scale, band - 20 * scale, 1.6), WILLOW)
    for n in range(4):
        t = 0.15 + n * 0.24
        side = 7 if n % 2 else -7
        picture.paint(ellipse(cx - 22 * scale + 42 * scale * t + side * scale, band + (20 - 40 * t) * scale,
                              4.5 * scale, 8 * scale, 0.75), CREAM)


def twig(picture, points, catkins):
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        picture.paint(line(ax, ay, bx, by, 2.4), BARK)
    for x, y, turn in catkins:
        picture.paint(ellipse(x, y, 9, 16, turn), CATKIN)
        picture.paint(ellipse(x - 2, y - 4, 5, 10, turn), mix(CATKIN, CREAM, 0.6))


def opened_jar():
    picture = Picture(LINEN, mix(LINEN, FLOUR, 0.6))
    picture.paint(box(240, 560, 300, 130, 0), FLOUR, mix(FLOUR, CLAY, 0.25))
    twig(picture, [(20, 150), (150, 190), (300, 160), (420, 200)],
         [(110, 165, 0.4), (175, 172, -0.3), (245, 150, 0.5), (330, 158, -0.4), (395, 176, 0.3)])
    picture.shade(ellipse(215, 478, 150, 22), 40, 0.32)
    picture.paint(box(190, 420, 118, 62, 22), mix(CREAM, SAGE, 0.15), mix(CREAM, SAGE, 0.75),
                  (70, 355, 310, 486))
    picture.paint(ellipse(190, 362, 118, 34), mix(SAGE, CREAM, 0.4))
    picture.paint(ellipse(190, 362, 106, 28), CREAM)
    for n in range(3):  # the swirl that a finger leaves
        turn, size = n * 0.5, 74 - n * 24
        picture.paint(ellipse(188 + n * 4, 361 - n * 3, size, size * 0.24, 0.12 * turn), mix(CREAM, SAGE, 0.18 + 0.1 * n))
        picture.paint(ellipse(190 + n * 4, 358 - n * 3, size - 5, size * 0.2, 0.12 * turn), CREAM)
    picture.shade(ellipse(375, 492, 84, 12), 24, 0.28)
    picture.paint(ellipse(372, 478, 82, 22), WILLOW)
    picture.paint(ellipse(372, 470, 82, 22), mix(WILLOW, SAGE, 0.35))
    picture.paint(ellipse(372, 470, 68, 16), mix(WILLOW, SAGE, 0.55))
    return picture


def thirty_below():
    picture = Picture(mix(DUSK, SNOW, 0.2), SNOW)
    picture.paint(slope([(0, 270), (90, 215), (180, 262), (290, 180), (400, 250), (480, 222)]), mix(DUSK, WILLOW, 0.22))
    picture.paint(slope([(0, 330), (130, 290), (260, 335), (390, 285), (480, 318)]), mix(DUSK, SNOW, 0.55))
    for x, y, r in [(60, 90, 3), (130, 150, 2), (210, 60, 3), (300, 110, 2), (360, 50, 3), (430, 130, 2),
                    (90, 220, 2), (400, 190, 3), (260, 170, 2), (170, 110, 2)]:
        picture.paint(ellipse(x, y, r, r), SNOW)
    for x in (0, 240, 480):  # the window's frame
        picture.paint(box(x, 220, 9, 260, 0), LINEN)
    picture.paint(box(240, 8, 260, 9, 0), LINEN)
    picture.paint(box(240, 530, 300, 86, 0), LINEN, mix(LINEN, FLOUR, 0.7))
    picture.paint(box(240, 448, 300, 5, 0), mix(LINEN, BARK, 0.25))
    tube(picture, 168, 520, 0.86)
    picture.shade(ellipse(362, 524, 70, 12), 26, 0.28)
    picture.paint(box(350, 474, 46, 48, 12), CLAY, mix(CLAY, BARK, 0.55), (300, 420, 402, 526))
    picture.paint(ellipse(350, 428, 46, 11), mix(CLAY, BARK, 0.5))
    picture.paint(ellipse(350, 429, 39, 8), mix(BARK, WILLOW, 0.5))
    return picture


def morning_shift():
    picture = Picture(mix(FLOUR, CREAM, 0.7), FLOUR)
    picture.paint(box(240, 540, 300, 150, 0), mix(CLAY, FLOUR, 0.45), mix(CLAY, BARK, 0.3))
    picture.shade(ellipse(330, 455, 130, 18), 34, 0.3)
    picture.paint(ellipse(318, 405, 122, 62), CLAY, mix(CLAY, BARK, 0.7), (190, 335, 446, 470))
    for n in range(4):  # scores in the crust, with flour
        x = 240 + n * 48
        picture.paint(line(x, 372 + abs(n - 1.5) * 5, x + 26, 424, 5), mix(FLOUR, CREAM, 0.5))
    for n in range(60):  # flour on the table; the golden angle spreads it evenly
        a, r = n * 2.39996, 6 + n * 3.1
        x, y = 210 + r * math.cos(a), 520 + r * 0.34 * math.sin(a)
        picture.paint(ellipse(x, y, 2.2, 1.4), CREAM)
    tube(picture, 110, 520, 0.8)
    twig(picture, [(300, 40), (380, 92), (470, 110)], [(330, 50, 0.9), (372, 78, 0.7), (415, 88, 1.2), (448, 98, 0.9)])
    return picture


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    for name, draw in (("opened-jar", opened_jar), ("thirty-below", thirty_below), ("morning-shift", morning_shift)):
        draw().write(folder / f"{name}.png")


if __name__ == "__main__":
    main()
