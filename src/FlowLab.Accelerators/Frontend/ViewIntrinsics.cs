using System.Reflection;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Members of <see cref="ArrayView{T}"/>: a view is the address of its first element and a length.</summary>
internal static class ViewIntrinsics
{
    private static readonly Dictionary<string, Intrinsic> Table = new()
    {
        ["get_Item"] = static (frame, method, arguments) => new(method.ReturnType, [ElementOf(frame, method, arguments)]),
        ["get_Length"] = static (frame, method, arguments) => new(Length(frame, arguments)),
        ["get_IntLength"] = static (frame, method, arguments) => new(IntLength(frame, arguments)),
        ["get_LengthInBytes"] = static (frame, method, arguments) => new(LengthInBytes(frame, method, Length(frame, arguments))),
        ["get_Extent"] = static (frame, method, arguments) => new(method.ReturnType, [Length(frame, arguments)]),
        ["get_IntExtent"] = static (frame, method, arguments) => new(method.ReturnType, [IntLength(frame, arguments)]),
        ["get_Stride"] = static (frame, method, arguments) => new(method.ReturnType, []),
        ["get_IsValid"] = static (frame, method, arguments) =>
            new(frame.Emit(IROpcode.CmpGtS, IRType.Bool, Length(frame, arguments), frame.Kernel.Const(0L))),
        ["SubView"] = SubView,
        ["Cast"] = Cast,
    };

    /// <summary>The intrinsic; null for conversions, whose bodies are inlined.</summary>
    internal static Intrinsic? Find(MethodInfo method) => method.Name == "op_Implicit" ? null : Table.GetValueOrDefault(method.Name, Unknown);

    private static KernelValue Unknown(MethodFrame frame, MethodInfo method, KernelValue[] arguments) =>
        throw frame.Refuse(KernelRefusal.Framework, $"ArrayView.{method.Name}");

    private static IRValue[] View(MethodFrame frame, KernelValue[] arguments) =>
        frame.LoadThrough(arguments[0], arguments[0].Type.GetElementType()!).Leaves;

    private static IRValue Length(MethodFrame frame, KernelValue[] arguments) => View(frame, arguments)[1];

    private static IRValue IntLength(MethodFrame frame, KernelValue[] arguments) =>
        frame.Emit(IROpcode.Trunc, IRType.Int32, Length(frame, arguments));

    private static IRValue LengthInBytes(MethodFrame frame, MethodInfo method, IRValue length) =>
        frame.Emit(IROpcode.Mul, IRType.Int64, length, frame.Kernel.Const((long)ElementSizeOf(method)));

    private static int ElementSizeOf(MethodInfo method) => MemoryLayout.SizeOf(method.DeclaringType!.GetGenericArguments()[0]);

    private static IRValue ElementOf(MethodFrame frame, MethodInfo method, KernelValue[] arguments)
    {
        var view = View(frame, arguments);
        BoundsCheck.Emit(frame, view, arguments[1].Scalar, frame.Kernel.Const(1L));
        return Offset(frame, method, view[0], arguments[1].Scalar);
    }

    private static IRValue Offset(MethodFrame frame, MethodInfo method, IRValue address, IRValue index) =>
        frame.Ssa.Emit(new IRValue(IROpcode.Element, IRType.Pointer, address, index)
        {
            ElementSize = ElementSizeOf(method), Location = frame.Compilation.Location,
        });

    private static KernelValue SubView(MethodFrame frame, MethodInfo method, KernelValue[] arguments)
    {
        var view = View(frame, arguments);
        var address = Offset(frame, method, view[0], arguments[1].Scalar);
        var length = arguments.Length > 2
            ? Wide(frame, arguments[2].Scalar)
            : frame.Emit(IROpcode.Sub, IRType.Int64, view[1], Wide(frame, arguments[1].Scalar));
        BoundsCheck.Emit(frame, view, arguments[1].Scalar, length);
        return new(method.ReturnType, [address, length]);
    }

    private static KernelValue Cast(MethodFrame frame, MethodInfo method, KernelValue[] arguments)
    {
        var view = View(frame, arguments);
        var size = frame.Kernel.Const((long)MemoryLayout.SizeOf(method.GetGenericArguments()[0]));
        return new(method.ReturnType, [view[0], frame.Emit(IROpcode.DivS, IRType.Int64, LengthInBytes(frame, method, view[1]), size)]);
    }

    internal static IRValue Wide(MethodFrame frame, IRValue index) =>
        index.Type == IRType.Int64 ? index : frame.Emit(IROpcode.SExt, IRType.Int64, index);
}
