namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>Floats may differ from the C# method's by this many units in the last place; without it they have the same bits.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class WithinUlpsAttribute(int ulps) : Attribute
{
    public int Ulps { get; } = ulps;
}
