using System.Reflection;
using FlowLab.Accelerators.Maths;
using ILGPU.Algorithms;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>
/// Mathematics of floats: methods that are one operation of the IR, or a few. Methods of the framework mean those of <see cref="Maths.PortableMath"/>,
/// so that all devices compute the same.
/// </summary>
internal static class MathIntrinsics
{
    private static readonly Type[] Homes = [typeof(XMath), typeof(MathF), typeof(Math), typeof(IntrinsicMath), typeof(IntrinsicMath.CPUOnly), typeof(PortableMath), typeof(float), typeof(double)];

    /// <summary>Name and number of parameters of methods that the IR has a function for.</summary>
    private static readonly Dictionary<string, FunctionName> Functions = new()
    {
        ["Abs"] = new(MathFunction.Abs, 1),
        ["Min"] = new(MathFunction.Min, 2),
        ["Max"] = new(MathFunction.Max, 2),
        ["MinNative"] = new(MathFunction.MinNative, 2),
        ["MaxNative"] = new(MathFunction.MaxNative, 2),
        ["Sqrt"] = new(MathFunction.Sqrt, 1),
        ["Floor"] = new(MathFunction.Floor, 1),
        ["Ceiling"] = new(MathFunction.Ceiling, 1),
        ["Truncate"] = new(MathFunction.Truncate, 1),
        ["Round"] = new(MathFunction.Round, 1),
        ["RoundToEven"] = new(MathFunction.Round, 1),
        ["RoundAwayFromZero"] = new(MathFunction.RoundAwayFromZero, 1),
        ["FusedMultiplyAdd"] = new(MathFunction.Fma, 3),
        ["CopySign"] = new(MathFunction.CopySign, 2),
        ["Exp"] = new(MathFunction.Exp, 1),
        ["Exp2"] = new(MathFunction.Exp2, 1),
        ["Log"] = new(MathFunction.Log, 1),
        ["Log2"] = new(MathFunction.Log2, 1),
        ["Log10"] = new(MathFunction.Log10, 1),
        ["Pow"] = new(MathFunction.Pow, 2),
        ["Sin"] = new(MathFunction.Sin, 1),
        ["Cos"] = new(MathFunction.Cos, 1),
        ["Tan"] = new(MathFunction.Tan, 1),
        ["Asin"] = new(MathFunction.Asin, 1),
        ["Acos"] = new(MathFunction.Acos, 1),
        ["Atan"] = new(MathFunction.Atan, 1),
        ["Atan2"] = new(MathFunction.Atan2, 2),
        ["Sinh"] = new(MathFunction.Sinh, 1),
        ["Cosh"] = new(MathFunction.Cosh, 1),
        ["Tanh"] = new(MathFunction.Tanh, 1),
        ["Cbrt"] = new(MathFunction.Cbrt, 1),
        ["IEEERemainder"] = new(MathFunction.IeeeRemainder, 2),
    };

    private static readonly Dictionary<string, Intrinsic> Tests = new()
    {
        ["IsNaN"] = static (frame, _, x) => new(frame.Emit(IROpcode.CmpNe, IRType.Bool, x[0].Scalar, x[0].Scalar)),
        ["IsFinite"] = static (frame, method, x) => Test(frame, method, IROpcode.CmpLtS, x),
        ["IsInfinity"] = static (frame, method, x) => Test(frame, method, IROpcode.CmpEq, x),
    };

    internal static Intrinsic? Find(MethodInfo method)
    {
        if (Array.IndexOf(Homes, method.DeclaringType) < 0)
            return null;
        var parameters = method.GetParameters();
        if (parameters.Length == 0
            || !(parameters[0].ParameterType == typeof(float) || parameters[0].ParameterType == typeof(double)))
            return null;
        if (Tests.TryGetValue(method.Name, out var test))
            return test;
        if (method.Name == "Clamp" && method.DeclaringType != typeof(PortableMath) && method.DeclaringType != typeof(IntrinsicMath))
            return Clamp;
        if (method.Name == "Round" && parameters is [_, { ParameterType: { IsEnum: true } }])
            return Round;
        if (Functions.TryGetValue(method.Name, out var name) && name.Parameters == parameters.Length && parameters.All(parameter => parameter.ParameterType == method.ReturnType))
            return Function;
        return MathBodies.TwinOf(method) is { } twin ? (frame, _, x) => frame.Inline(twin, x) : null;
    }

    private static KernelValue Function(MethodFrame frame, MethodInfo method, KernelValue[] arguments)
    {
        var function = Functions[method.Name].Function;
        return Function(frame, function, method, arguments);
    }

    private static KernelValue Function(MethodFrame frame, MathFunction function, MethodInfo method, KernelValue[] arguments)
    {
        var type = TypeLayout.ScalarType(method.ReturnType)!.Value;
        if (!frame.Compilation.Supports(function, type))
            return frame.Inline(MathBodies.Of(frame, function, type, method), arguments)!;
        return new(frame.Ssa.Emit(new IRValue(IROpcode.Math, type, [.. arguments.Select(argument => argument.Scalar)])
        {
            Function = function, Method = MathBodies.Find(function, type) ?? method, Location = frame.Compilation.Location,
        }));
    }

    /// <summary>|x| compared with infinity.</summary>
    private static KernelValue Test(MethodFrame frame, MethodInfo method, IROpcode opcode, KernelValue[] arguments)
    {
        var type = method.GetParameters()[0].ParameterType;
        var magnitude = Function(frame, MathFunction.Abs, typeof(Math).GetMethod(nameof(Math.Abs), [type])!, arguments).Scalar;
        var infinity = type == typeof(float) ? frame.Kernel.Const(float.PositiveInfinity) : frame.Kernel.Const(double.PositiveInfinity);
        return new(frame.Emit(opcode, IRType.Bool, magnitude, infinity));
    }

    /// <summary>As Math.Clamp, which refuses min above max; here min wins then.</summary>
    private static KernelValue Clamp(MethodFrame frame, MethodInfo method, KernelValue[] x)
    {
        var (value, min, max) = (x[0].Scalar, x[1].Scalar, x[2].Scalar);
        var atMost = frame.Emit(IROpcode.Select, value.Type, frame.Emit(IROpcode.CmpGtS, IRType.Bool, value, max), max, value);
        return new(frame.Emit(IROpcode.Select, value.Type, frame.Emit(IROpcode.CmpLtS, IRType.Bool, value, min), min, atMost));
    }

    private static KernelValue Round(MethodFrame frame, MethodInfo method, KernelValue[] arguments)
    {
        var mode = arguments[1].Scalar;
        if (!mode.IsConst)
            return frame.Inline(typeof(PortableMath).GetMethod(nameof(PortableMath.Round), [method.ReturnType, typeof(MidpointRounding)])!, arguments)!;
        var name = (MidpointRounding)mode.Bits switch
        {
            MidpointRounding.AwayFromZero => nameof(PortableMath.RoundAwayFromZero),
            MidpointRounding.ToZero => nameof(PortableMath.Truncate),
            MidpointRounding.ToNegativeInfinity => nameof(PortableMath.Floor),
            MidpointRounding.ToPositiveInfinity => nameof(PortableMath.Ceiling),
            _ => nameof(PortableMath.RoundToEven),
        };
        return Function(frame, typeof(PortableMath).GetMethod(name, [method.ReturnType])!, [arguments[0]]);
    }

    private sealed record FunctionName(MathFunction Function, int Parameters);
}
