namespace FlowLab.Engine.LinearAlgebra.Tiled;

/// <summary>Four sums of one row; in registers, as its fields become values of their own.</summary>
public struct FourSums
{
    public float A;
    public float B;
    public float C;
    public float D;

    /// <summary>Adds a number times four others.</summary>
    public void Add(float number, float a, float b, float c, float d)
    {
        A = MathF.FusedMultiplyAdd(number, a, A);
        B = MathF.FusedMultiplyAdd(number, b, B);
        C = MathF.FusedMultiplyAdd(number, c, C);
        D = MathF.FusedMultiplyAdd(number, d, D);
    }
}
