using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>One scalar of a value.</summary>
/// <param name="Type">Its type in registers: small integers are Int32, extended as their C# type says.</param>
/// <param name="ClrType">Its C# type; of a view's pointer and length the view type.</param>
internal sealed record Leaf(IRType Type, Type ClrType);
