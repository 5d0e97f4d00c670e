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
        A = (number * a) + A;
        B = (number * b) + B;
        C = (number * c) + C;
        D = (number * d) + D;
    }
}
