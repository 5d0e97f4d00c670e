namespace FlowLab.Plugins.Spline;

/// <summary>Gradients of what a <see cref="SplineBin"/> consists of.</summary>
public readonly struct SplineBinGradient(float x, float width, float y, float height, float left, float right)
{
    /// <summary>dL/dx.</summary>
    public readonly float X = x;

    /// <summary>dL/dw.</summary>
    public readonly float Width = width;

    /// <summary>dL/dy.</summary>
    public readonly float Y = y;

    /// <summary>dL/dh.</summary>
    public readonly float Height = height;

    /// <summary>dL/dd0.</summary>
    public readonly float Left = left;

    /// <summary>dL/dd1.</summary>
    public readonly float Right = right;
}
