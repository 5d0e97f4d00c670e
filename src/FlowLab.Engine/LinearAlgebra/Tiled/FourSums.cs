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
        A = TiledMath.MultiplyAdd(number, a, A);
        B = TiledMath.MultiplyAdd(number, b, B);
        C = TiledMath.MultiplyAdd(number, c, C);
        D = TiledMath.MultiplyAdd(number, d, D);
    }
}
