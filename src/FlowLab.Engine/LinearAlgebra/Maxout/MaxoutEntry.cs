namespace FlowLab.Engine.LinearAlgebra.Maxout;

/// <summary>A number of dL/dy that is not zero, in a list of its sample or of its linear unit.</summary>
/// <param name="Index">In the list of a sample: the linear unit. In that of a linear unit: the sample, counted from the first of its chunk.</param>
/// <param name="Value">dL/dy.</param>
internal readonly record struct MaxoutEntry(int Index, float Value)
{
    /// <summary>Floats that an entry takes the place of.</summary>
    internal const int Floats = 2;
}
