using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;

namespace FlowLab.Accelerators.Tracing;

/// <content>The text of every instruction that backends emit.</content>
internal sealed partial class ILText
{
    private static readonly Dictionary<short, Action<ILText, object?>> Handlers = [];

    static ILText()
    {
        AddConstants();
        AddVariables();
        AddArithmetic();
        AddConversions();
        AddMemory();
        AddControl();
    }

    private static void On(OpCode code, Action<ILText, object?> handler) => Handlers.Add(code.Value, handler);

    private static void AddConstants()
    {
        OpCode[] small = [OpCodes.Ldc_I4_0, OpCodes.Ldc_I4_1, OpCodes.Ldc_I4_2, OpCodes.Ldc_I4_3, OpCodes.Ldc_I4_4, OpCodes.Ldc_I4_5,
            OpCodes.Ldc_I4_6, OpCodes.Ldc_I4_7, OpCodes.Ldc_I4_8];
        foreach (var (value, code) in small.Index())
            On(code, (text, _) => text.Push(value.ToString(CultureInfo.InvariantCulture)));
        On(OpCodes.Ldc_I4_M1, static (text, _) => text.Push("-1"));
        foreach (var code in new[] { OpCodes.Ldc_I4, OpCodes.Ldc_I4_S, OpCodes.Ldstr })
            On(code, static (text, operand) => text.Push(string.Create(CultureInfo.InvariantCulture, $"{operand}")));
        On(OpCodes.Ldc_I8, static (text, operand) => text.Push(string.Create(CultureInfo.InvariantCulture, $"{operand}L")));
        On(OpCodes.Ldc_R4, static (text, operand) => text.Push(string.Create(CultureInfo.InvariantCulture, $"{operand:R}f")));
        On(OpCodes.Ldc_R8, static (text, operand) => text.Push(string.Create(CultureInfo.InvariantCulture, $"{operand:R}d")));
        On(OpCodes.Sizeof, static (text, operand) => text.Push($"sizeof({TypeNames.Of((Type)operand!)})"));
    }

    private static void AddVariables()
    {
        foreach (var (index, code) in new[] { OpCodes.Ldarg_0, OpCodes.Ldarg_1, OpCodes.Ldarg_2, OpCodes.Ldarg_3 }.Index())
            On(code, (text, _) => text.LoadArgument(index));
        foreach (var code in new[] { OpCodes.Ldarg, OpCodes.Ldarg_S })
            On(code, static (text, operand) => text.LoadArgument(Convert.ToInt32(operand, CultureInfo.InvariantCulture)));
        foreach (var code in new[] { OpCodes.Starg, OpCodes.Starg_S })
            On(code, static (text, operand) => text.StoreArgument(Convert.ToInt32(operand, CultureInfo.InvariantCulture)));
        foreach (var code in new[] { OpCodes.Ldloc, OpCodes.Ldloc_S })
            On(code, static (text, operand) => text.Push(NameOf((LocalBuilder)operand!)));
        foreach (var code in new[] { OpCodes.Ldloca, OpCodes.Ldloca_S })
            On(code, static (text, operand) => text.PushPlace(NameOf((LocalBuilder)operand!)));
        foreach (var code in new[] { OpCodes.Stloc, OpCodes.Stloc_S })
            On(code, static (text, operand) => text.StoreLocal((LocalBuilder)operand!));
        On(OpCodes.Dup, static (text, _) => text.Duplicate());
        On(OpCodes.Pop, static (text, _) => text.Statement($"_ = {text.Pop().Text}"));
        On(OpCodes.Nop, static (_, _) => { });
    }

    private static void AddArithmetic()
    {
        OnBinary("+", OpCodes.Add);
        OnBinary("-", OpCodes.Sub);
        OnBinary("*", OpCodes.Mul);
        OnBinary("/", OpCodes.Div, OpCodes.Div_Un);
        OnBinary("%", OpCodes.Rem, OpCodes.Rem_Un);
        OnBinary("&", OpCodes.And);
        OnBinary("|", OpCodes.Or);
        OnBinary("^", OpCodes.Xor);
        OnBinary("<<", OpCodes.Shl);
        OnBinary(">>", OpCodes.Shr);
        OnBinary(">>>", OpCodes.Shr_Un);
        OnComparison("==", OpCodes.Ceq);
        OnComparison(">", OpCodes.Cgt, OpCodes.Cgt_Un);
        OnComparison("<", OpCodes.Clt, OpCodes.Clt_Un);
        On(OpCodes.Neg, static (text, _) => text.Push($"-{text.Pop().Operand}", isAtom: false));
        On(OpCodes.Not, static (text, _) => text.Push($"~{text.Pop().Operand}", isAtom: false));
    }

    private static void AddConversions()
    {
        OnCast("sbyte", OpCodes.Conv_I1);
        OnCast("short", OpCodes.Conv_I2);
        OnCast("int", OpCodes.Conv_I4);
        OnCast("long", OpCodes.Conv_I8);
        OnCast("byte", OpCodes.Conv_U1);
        OnCast("ushort", OpCodes.Conv_U2);
        OnCast("uint", OpCodes.Conv_U4);
        OnCast("ulong", OpCodes.Conv_U8);
        foreach (var code in new[] { OpCodes.Conv_I, OpCodes.Conv_U })
            On(code, static (_, _) => { });
        OnCast("float", OpCodes.Conv_R4);
        OnCast("double", OpCodes.Conv_R8);
        OnCast("unsigned", OpCodes.Conv_R_Un);
    }

    private static void AddMemory()
    {
        OnIndirect("sbyte", OpCodes.Ldind_I1, OpCodes.Stind_I1);
        OnIndirect("byte", OpCodes.Ldind_U1, null);
        OnIndirect("short", OpCodes.Ldind_I2, OpCodes.Stind_I2);
        OnIndirect("ushort", OpCodes.Ldind_U2, null);
        OnIndirect("int", OpCodes.Ldind_I4, OpCodes.Stind_I4);
        OnIndirect("uint", OpCodes.Ldind_U4, null);
        OnIndirect("long", OpCodes.Ldind_I8, OpCodes.Stind_I8);
        OnIndirect("nint", OpCodes.Ldind_I, OpCodes.Stind_I);
        OnIndirect("float", OpCodes.Ldind_R4, OpCodes.Stind_R4);
        OnIndirect("double", OpCodes.Ldind_R8, OpCodes.Stind_R8);
        On(OpCodes.Ldobj, static (text, operand) => text.LoadThrough(TypeNames.Of((Type)operand!)));
        On(OpCodes.Stobj, static (text, operand) => text.StoreThrough(TypeNames.Of((Type)operand!)));
        On(OpCodes.Initobj, static (text, _) => text.Statement($"{text.Pop().Text} = default"));
        On(OpCodes.Ldfld, static (text, operand) => text.Push(text.Field(operand), isStable: false));
        On(OpCodes.Ldflda, static (text, operand) => text.PushPlace(text.Field(operand)));
        On(OpCodes.Stfld, static (text, operand) => text.StoreField((FieldInfo)operand!));
        On(OpCodes.Ldsfld, static (text, operand) =>
            text.Push($"{TypeNames.Of(((FieldInfo)operand!).DeclaringType!)}.{TypeNames.Of((FieldInfo)operand)}"));
        On(OpCodes.Localloc, static (text, _) => text.Push($"stackalloc byte[{text.Pop().Text}]", isStable: false));
        foreach (var code in new[] { OpCodes.Unaligned, OpCodes.Volatile })
            On(code, static (_, _) => { });
    }

    private static void AddControl()
    {
        foreach (var code in new[] { OpCodes.Br, OpCodes.Br_S })
            On(code, static (text, operand) => text.Jump(null, (Label)operand!));
        foreach (var code in new[] { OpCodes.Brtrue, OpCodes.Brtrue_S })
            On(code, static (text, operand) => text.Jump(text.Pop().Test, (Label)operand!));
        foreach (var code in new[] { OpCodes.Brfalse, OpCodes.Brfalse_S })
            On(code, static (text, operand) => text.Jump(text.Pop().OppositeTest, (Label)operand!));
        OnBranch("==", OpCodes.Beq, OpCodes.Beq_S);
        OnBranch("!=", OpCodes.Bne_Un, OpCodes.Bne_Un_S);
        OnBranch("<", OpCodes.Blt, OpCodes.Blt_S, OpCodes.Blt_Un, OpCodes.Blt_Un_S);
        OnBranch("<=", OpCodes.Ble, OpCodes.Ble_S, OpCodes.Ble_Un, OpCodes.Ble_Un_S);
        OnBranch(">", OpCodes.Bgt, OpCodes.Bgt_S, OpCodes.Bgt_Un, OpCodes.Bgt_Un_S);
        OnBranch(">=", OpCodes.Bge, OpCodes.Bge_S, OpCodes.Bge_Un, OpCodes.Bge_Un_S);
        On(OpCodes.Switch, static (text, operand) => text.Switch((Label[])operand!));
        On(OpCodes.Ret, static (text, _) => text.Statement(text._stack.TryPop(out var value) ? $"return {value.Text}" : "return"));
        foreach (var code in new[] { OpCodes.Call, OpCodes.Callvirt, OpCodes.Newobj })
            On(code, static (text, operand) => text.Call((MethodBase)operand!));
    }

    private static void OnBinary(string sign, params OpCode[] codes)
    {
        foreach (var code in codes)
        {
            On(code, (text, _) =>
            {
                var (second, first) = (text.Pop(), text.Pop());
                text.Push($"{first.Operand} {sign} {second.Operand}", isAtom: false, first.IsStable && second.IsStable);
            });
        }
    }

    private static void OnCast(string type, OpCode code) => On(code, (text, _) =>
    {
        var value = text.Pop();
        text.Push($"({type}){value.Operand}", isAtom: true, value.IsStable);
    });

    private static void OnIndirect(string type, OpCode load, OpCode? store)
    {
        On(load, (text, _) => text.LoadThrough(type));
        if (store is { } code)
            On(code, (text, _) => text.StoreThrough(type));
    }

    private static void OnComparison(string sign, params OpCode[] codes)
    {
        foreach (var code in codes)
            On(code, (text, _) => text.Compare(sign));
    }

    private static void OnBranch(string sign, params OpCode[] codes)
    {
        foreach (var code in codes)
        {
            On(code, (text, operand) =>
            {
                text.Compare(sign);
                text.Jump(text.Pop().Text, (Label)operand!);
            });
        }
    }

    /// <summary>A condition that is compared with 0 is the opposite of it.</summary>
    private void Compare(string sign)
    {
        var (second, first) = (Pop(), Pop());
        var text = first.IsCondition && sign == "==" && second.Text == "0"
            ? ILExpression.Not(first.Text)
            : $"{first.Operand} {sign} {second.Operand}";
        _stack.Push(new(text, IsAtom: false, IsPlace: false, first.IsStable && second.IsStable, IsCondition: true));
    }

    private void Switch(Label[] labels)
    {
        var value = Pop().Operand;
        foreach (var (number, label) in labels.Index())
            Jump(string.Create(CultureInfo.InvariantCulture, $"{value} == {number}"), label);
    }

    private void Jump(string? condition, Label label)
    {
        Settle();
        _lines.Add(new("", Target: NameOf(label), Condition: condition));
    }

    private void LoadArgument(int index)
    {
        if (arguments[index].EndsWith('&'))
            PushPlace(ArgumentName(index));
        else
            Push(ArgumentName(index));
    }

    private void StoreArgument(int index) => Statement($"{ArgumentName(index)} = {Pop().Text}", ArgumentName(index));

    private void Duplicate()
    {
        var value = Pop();
        if (!value.IsSimple)
            value = Named(value);
        _stack.Push(value);
        _stack.Push(value);
    }

    private string Field(object? operand) => $"{Pop().Operand}.{TypeNames.Of((FieldInfo)operand!)}";

    private void StoreField(FieldInfo field)
    {
        var value = Pop();
        Statement($"{Pop().Operand}.{TypeNames.Of(field)} = {value.Text}");
    }

    private void LoadThrough(string type)
    {
        var address = Pop();
        Push(address.IsPlace ? address.Text : $"*({type}*){address.Operand}", isAtom: address.IsPlace, isStable: false);
    }

    private void StoreThrough(string type)
    {
        var value = Pop();
        var address = Pop();
        Statement($"{(address.IsPlace ? address.Text : $"*({type}*){address.Operand}")} = {value.Text}");
    }
}
