namespace FlowLab.Random;

/// <summary>128 random bits: the output of one <see cref="Philox4x32"/> evaluation.</summary>
public readonly struct PhiloxBlock(uint x, uint y, uint z, uint w)
{
    public readonly uint X = x;
    public readonly uint Y = y;
    public readonly uint Z = z;
    public readonly uint W = w;
}
