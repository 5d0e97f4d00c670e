namespace FlowLab.Accelerators.Tests.Kernels.Addressing;

/// <summary>A small struct in buffers.</summary>
internal struct Point
{
    public float X;
    public float Y;

    public Point(float x, float y) => (X, Y) = (x, y);

    public readonly float Length2 => (X * X) + (Y * Y);

    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public void Scale(float factor)
    {
        X *= factor;
        Y *= factor;
    }
}
