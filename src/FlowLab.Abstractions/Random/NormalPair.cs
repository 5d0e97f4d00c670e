namespace FlowLab.Random;

/// <summary>Two independent standard normal numbers.</summary>
public readonly struct NormalPair(float first, float second)
{
    public readonly float First = first;
    public readonly float Second = second;
}
