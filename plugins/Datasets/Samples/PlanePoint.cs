namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>A point of the plane.</summary>
public readonly struct PlanePoint(float x, float y)
{
    public readonly float X = x;
    public readonly float Y = y;
}
