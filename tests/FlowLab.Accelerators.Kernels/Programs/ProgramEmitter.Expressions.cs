using System.Reflection;
using System.Reflection.Emit;

namespace FlowLab.Accelerators.Tests.Kernels.Programs;

internal sealed partial class ProgramEmitter
{
    private const int DivisorBits = 0x7FF;

    private void Expression(ProgramNode node)
    {
        switch (node.Kind)
        {
            case ProgramNodeKind.Constant:
                Constant(node.Type, (long)node.Detail!);
                break;
            case ProgramNodeKind.Variable:
                _il.Emit(OpCodes.Ldloc, _variables[node.Number]);
                break;
            case ProgramNodeKind.Index:
                Index();
                break;
            case ProgramNodeKind.Uniform:
                _il.Emit(OpCodes.Ldarg, _program.Parameters.Count);
                break;
            case ProgramNodeKind.Load:
                var place = (ProgramPlace)node.Detail!;
                ElementAddress(place.View, () => Place(place));
                _il.Emit(OpCodes.Ldobj, node.Type.Clr);
                break;
            case ProgramNodeKind.Gather:
                ElementAddress(node.Text, () => Masked(node.Children[0], RandomProgram.LastGathered));
                _il.Emit(OpCodes.Ldobj, node.Type.Clr);
                break;
            case ProgramNodeKind.Binary:
                Binary(node);
                break;
            case ProgramNodeKind.Unary:
                Expression(node.Children[0]);
                _il.Emit(node.Text == "-" ? OpCodes.Neg : OpCodes.Not);
                break;
            case ProgramNodeKind.Convert:
                Expression(node.Children[0]);
                Convert(node);
                break;
            case ProgramNodeKind.Choose:
                Choose(node.Children[0], () => Expression(node.Children[1]), () => Expression(node.Children[2]));
                break;
            case ProgramNodeKind.Call:
                Call(node);
                break;
            default:
                Condition(node);
                break;
        }
    }

    private void Index()
    {
        _il.Emit(OpCodes.Ldarga, 0);
        _il.Emit(OpCodes.Call, typeof(Index1D).GetProperty(nameof(Index1D.X))!.GetMethod!);
    }

    private void Constant(ProgramType type, long bits)
    {
        if (type == ProgramType.Float)
            _il.Emit(OpCodes.Ldc_R4, BitConverter.Int32BitsToSingle((int)bits));
        else if (type == ProgramType.Double)
            _il.Emit(OpCodes.Ldc_R8, BitConverter.Int64BitsToDouble(bits));
        else if (type.IsWide)
            _il.Emit(OpCodes.Ldc_I8, bits);
        else
            _il.Emit(OpCodes.Ldc_I4, (int)bits);
    }

    private void ElementAddress(string view, Action place)
    {
        var parameter = _program.Parameters.ToList().FindIndex(parameter => parameter.Name == view);
        _il.Emit(OpCodes.Ldarga, parameter + 1);
        place();
        _il.Emit(OpCodes.Call, _program.Parameters[parameter].Type.GetMethod("get_Item", [typeof(int)])!);
    }

    private void Place(ProgramPlace place)
    {
        _il.Emit(OpCodes.Ldc_I4, place.Offset);
        if (place.Scale == 0)
            return;
        Index();
        _il.Emit(OpCodes.Ldc_I4, place.Scale);
        _il.Emit(OpCodes.Mul);
        _il.Emit(OpCodes.Add);
    }

    /// <summary>The low bits of a number.</summary>
    private void Masked(ProgramNode node, int mask)
    {
        Expression(node);
        _il.Emit(OpCodes.Ldc_I4, mask);
        _il.Emit(OpCodes.And);
    }

    private void Call(ProgramNode node)
    {
        foreach (var argument in node.Children)
            Expression(argument);
        _il.Emit(OpCodes.Call, (MethodInfo)node.Detail!);
    }

    private void Binary(ProgramNode node)
    {
        Expression(node.Children[0]);
        Expression(node.Children[1]);
        if (node.Text is "<<" or ">>" or ">>>")
        {
            _il.Emit(OpCodes.Ldc_I4, node.Type.IsWide ? 63 : 31);
            _il.Emit(OpCodes.And);
        }
        else if (node.Text is "/" or "%" && node.Type.IsInteger)
        {
            Constant(node.Type, DivisorBits);
            _il.Emit(OpCodes.And);
            Constant(node.Type, 1);
            _il.Emit(OpCodes.Add);
        }

        _il.Emit(OpcodeOf(node.Text, node.Type.IsUnsigned));
    }

    private static OpCode OpcodeOf(string @operator, bool isUnsigned) => @operator switch
    {
        "+" => OpCodes.Add,
        "-" => OpCodes.Sub,
        "*" => OpCodes.Mul,
        "/" => isUnsigned ? OpCodes.Div_Un : OpCodes.Div,
        "%" => isUnsigned ? OpCodes.Rem_Un : OpCodes.Rem,
        "&" => OpCodes.And,
        "|" => OpCodes.Or,
        "^" => OpCodes.Xor,
        "<<" => OpCodes.Shl,
        ">>" => isUnsigned ? OpCodes.Shr_Un : OpCodes.Shr,
        _ => OpCodes.Shr_Un,
    };

    private void Convert(ProgramNode node)
    {
        if (node.Detail is Type small)
            _il.Emit(small == typeof(sbyte) ? OpCodes.Conv_I1 : small == typeof(byte) ? OpCodes.Conv_U1 : small == typeof(short) ? OpCodes.Conv_I2 : OpCodes.Conv_U2);
        var isUnsigned = node.Detail is null ? node.Children[0].Type.IsUnsigned : node.Detail is not Type { Name: "SByte" or "Int16" };
        var isFromFloat = node.Detail is null && node.Children[0].Type.IsFloat;
        switch (node.Type)
        {
            case ProgramType.Int:
                _il.Emit(OpCodes.Conv_I4);
                break;
            case ProgramType.UInt:
                _il.Emit(OpCodes.Conv_U4);
                break;
            case ProgramType.Long or ProgramType.ULong when !isFromFloat:
                _il.Emit(isUnsigned ? OpCodes.Conv_U8 : OpCodes.Conv_I8);
                break;
            case ProgramType.Long or ProgramType.ULong:
                _il.Emit(node.Type == ProgramType.Long ? OpCodes.Conv_I8 : OpCodes.Conv_U8);
                break;
            default:
                if (isUnsigned && !isFromFloat)
                    _il.Emit(OpCodes.Conv_R_Un);
                _il.Emit(node.Type == ProgramType.Float ? OpCodes.Conv_R4 : OpCodes.Conv_R8);
                break;
        }
    }

    private void Choose(ProgramNode condition, Action then, Action otherwise)
    {
        var (no, end) = (_il.DefineLabel(), _il.DefineLabel());
        JumpUnless(condition, no);
        then();
        _il.Emit(OpCodes.Br, end);
        _il.MarkLabel(no);
        otherwise();
        _il.MarkLabel(end);
    }
}
