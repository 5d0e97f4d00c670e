using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>A scalar that stands for a ref to a local or argument; it must not survive in the finished kernel.</summary>
internal sealed class RefSymbol(RefTarget target) : IRValue(IROpcode.Const, IRType.Pointer)
{
    /// <summary>What the ref means.</summary>
    internal RefTarget Target { get; } = target;
}
