namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>One panel of a dimension.</summary>
/// <param name="First">The first element.</param>
/// <param name="Width">Elements in packed memory.</param>
/// <param name="Used">Those that exist; the others are zeros in packed memory and left out of the result.</param>
internal readonly record struct PanelSpan(int First, int Width, int Used)
{
    internal bool IsFull => Used == Width;
}
