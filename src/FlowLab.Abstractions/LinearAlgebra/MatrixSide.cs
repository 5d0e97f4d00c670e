namespace FlowLab.LinearAlgebra;

/// <summary>On which side of a product a matrix stands.</summary>
public enum MatrixSide
{
    Left = 0,
    Right = 1,
}
