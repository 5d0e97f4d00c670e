using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Integer functions of the framework, bit casts and sizes.</summary>
internal static class BitIntrinsics
{
    private static readonly Dictionary<MethodName, Intrinsic> Table = new()
    {
        [new(typeof(BitConverter), nameof(BitConverter.SingleToInt32Bits))] = Bits,
        [new(typeof(BitConverter), nameof(BitConverter.SingleToUInt32Bits))] = Bits,
        [new(typeof(BitConverter), nameof(BitConverter.Int32BitsToSingle))] = Bits,
        [new(typeof(BitConverter), nameof(BitConverter.UInt32BitsToSingle))] = Bits,
        [new(typeof(BitConverter), nameof(BitConverter.DoubleToInt64Bits))] = Bits,
        [new(typeof(BitConverter), nameof(BitConverter.DoubleToUInt64Bits))] = Bits,
        [new(typeof(BitConverter), nameof(BitConverter.Int64BitsToDouble))] = Bits,
        [new(typeof(BitConverter), nameof(BitConverter.UInt64BitsToDouble))] = Bits,
        [new(typeof(Interop), nameof(Interop.FloatAsInt))] = Bits,
        [new(typeof(Interop), nameof(Interop.IntAsFloat))] = Bits,
        [new(typeof(BitOperations), nameof(BitOperations.PopCount))] = Count,
        [new(typeof(BitOperations), nameof(BitOperations.LeadingZeroCount))] = Count,
        [new(typeof(BitOperations), nameof(BitOperations.TrailingZeroCount))] = Count,
        [new(typeof(Unsafe), nameof(Unsafe.SizeOf))] = static (frame, method, _) =>
            new(frame.Kernel.Const(MemoryLayout.SizeOf(method.GetGenericArguments()[0]))),
        [new(typeof(Math), nameof(Math.Min))] = static (frame, method, x) => Pick(frame, method, IROpcode.CmpLeS, IROpcode.CmpLeU, x),
        [new(typeof(Math), nameof(Math.Max))] = static (frame, method, x) => Pick(frame, method, IROpcode.CmpGeS, IROpcode.CmpGeU, x),
        [new(typeof(Math), nameof(Math.Abs))] = Abs,
        [new(typeof(Math), nameof(Math.Sign))] = Sign,
        [new(typeof(Math), nameof(Math.Clamp))] = Clamp,
        [new(typeof(Math), nameof(Math.BigMul))] = BigMul,
    };

    internal static Intrinsic? Find(MethodInfo method)
    {
        if (!Table.TryGetValue(new(method.DeclaringType!, method.Name), out var intrinsic))
            return null;
        var parameters = method.GetParameters();
        var isKnown = parameters.All(parameter => TypeLayout.ScalarType(parameter.ParameterType) is { } type
            && (method.DeclaringType != typeof(Math) || !type.IsFloat));
        return isKnown && TypeLayout.ScalarType(method.ReturnType) is not null ? intrinsic : null;
    }

    private static KernelValue Bits(MethodFrame frame, MethodInfo method, KernelValue[] arguments)
    {
        var type = TypeLayout.ScalarType(method.ReturnType)!.Value;
        return new(frame.Emit(IROpcode.BitCast, type, arguments[0].Scalar));
    }

    private static KernelValue Count(MethodFrame frame, MethodInfo method, KernelValue[] arguments) =>
        new(frame.Ssa.Emit(new IRValue(IROpcode.Math, IRType.Int32, arguments[0].Scalar)
        {
            Function = Enum.Parse<MathFunction>(method.Name), Method = method, Location = frame.Compilation.Location,
        }));

    private static KernelValue Pick(MethodFrame frame, MethodInfo method, IROpcode signed, IROpcode unsigned, KernelValue[] x)
    {
        var opcode = TypeLayout.IsSigned(method.ReturnType) ? signed : unsigned;
        var (left, right) = (x[0].Scalar, x[1].Scalar);
        return new(method.ReturnType, [frame.Emit(IROpcode.Select, left.Type, frame.Emit(opcode, IRType.Bool, left, right), left, right)]);
    }

    /// <summary>The smallest number, whose magnitude is none, stays as it is.</summary>
    private static KernelValue Abs(MethodFrame frame, MethodInfo method, KernelValue[] x)
    {
        var value = x[0].Scalar;
        var isNegative = frame.Emit(IROpcode.CmpLtS, IRType.Bool, value, frame.Kernel.Const(value.Type, 0));
        return new(frame.Emit(IROpcode.Select, value.Type, isNegative, frame.Emit(IROpcode.Neg, value.Type, value), value));
    }

    private static KernelValue Sign(MethodFrame frame, MethodInfo method, KernelValue[] x)
    {
        var (value, zero) = (x[0].Scalar, frame.Kernel.Const(x[0].Scalar.Type, 0));
        var isAbove = frame.Emit(IROpcode.ZExt, IRType.Int32, frame.Emit(IROpcode.CmpGtS, IRType.Bool, value, zero));
        var isBelow = frame.Emit(IROpcode.ZExt, IRType.Int32, frame.Emit(IROpcode.CmpLtS, IRType.Bool, value, zero));
        return new(frame.Emit(IROpcode.Sub, IRType.Int32, isAbove, isBelow));
    }

    /// <summary>As Math.Clamp, which refuses min above max; here min wins then.</summary>
    private static KernelValue Clamp(MethodFrame frame, MethodInfo method, KernelValue[] x)
    {
        var atMost = Pick(frame, method, IROpcode.CmpLeS, IROpcode.CmpLeU, [x[0], x[2]]);
        return Pick(frame, method, IROpcode.CmpGeS, IROpcode.CmpGeU, [atMost, x[1]]);
    }

    /// <summary>Math.BigMul of 32-bit numbers: the whole product.</summary>
    private static KernelValue BigMul(MethodFrame frame, MethodInfo method, KernelValue[] x)
    {
        if (x is not [{ Scalar.Type: IRType.Int32 }, { Scalar.Type: IRType.Int32 }])
            throw frame.Refuse(KernelRefusal.Framework, "Math.BigMul of 64-bit numbers");
        var opcode = TypeLayout.IsSigned(method.ReturnType) ? IROpcode.SExt : IROpcode.ZExt;
        var (left, right) = (frame.Emit(opcode, IRType.Int64, x[0].Scalar), frame.Emit(opcode, IRType.Int64, x[1].Scalar));
        return new(frame.Emit(IROpcode.Mul, IRType.Int64, left, right));
    }
}
