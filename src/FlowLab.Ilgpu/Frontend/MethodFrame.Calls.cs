using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Frontend;

/// <summary>Calls: intrinsics by table, everything else inlined.</summary>
internal sealed partial class MethodFrame
{
    private Type? _constrainedTo;

    internal static void AddCalls()
    {
        InstructionTable.Add([OpCodes.Call, OpCodes.Callvirt], static (frame, instruction) => frame.Call(frame.MethodOf(instruction)));
        InstructionTable.Add(OpCodes.Newobj, static (frame, instruction) => frame.New(frame.MethodOf(instruction)));
        InstructionTable.Add(OpCodes.Constrained, static (frame, instruction) => frame._constrainedTo = frame.TypeOf(instruction));
    }

    /// <summary>A string is most often the message of an exception; then that is what is refused.</summary>
    internal KernelRefusedException RefuseText(ILInstruction text)
    {
        var rest = _body.Instructions.Where(instruction => instruction.Offset > text.Offset).TakeWhile(instruction => !instruction.IsBranch);
        return Refuse(rest.Any(IsOfException) ? KernelRefusal.Exceptions : KernelRefusal.Text, text.Code.Name!);
    }

    private bool IsOfException(ILInstruction instruction) => instruction.Code == OpCodes.Throw
        || (instruction.Code.OperandType == OperandType.InlineMethod && typeof(Exception).IsAssignableFrom(MethodOf(instruction).DeclaringType));

    private void Call(MethodBase method)
    {
        method = CallTarget.Resolve(this, method, _constrainedTo);
        _constrainedTo = null;
        var result = Invoke(method, PopArguments(method, hasThis: !method.IsStatic));
        if (result is not null)
            Push(result);
    }

    private KernelValue? Invoke(MethodBase method, KernelValue[] arguments)
    {
        if (method is MethodInfo function && Intrinsics.Find(function, IsTrusted) is { } intrinsic)
            return intrinsic(this, function, arguments);
        return Inline(method, arguments);
    }

    /// <summary>Appends the body of a method, with arguments of the types of its parameters.</summary>
    internal KernelValue? Inline(MethodBase method, KernelValue[] arguments)
    {
        CallTarget.Verify(this, method);
        return new MethodFrame(_compilation, method, arguments, this).Run();
    }

    /// <summary>A struct is made in a variable of its own.</summary>
    private void New(MethodBase constructor)
    {
        var type = constructor.DeclaringType!;
        if (!type.IsValueType)
            throw Refuse(KernelRefusal.Allocation, $"new {type.Name}");
        var arguments = PopArguments(constructor, hasThis: false);
        var layout = _compilation.LayoutOf(type);
        var slots = Ssa.NewSlots(layout);
        Ssa.WriteAll(slots, _compilation.Zero(layout).Leaves);
        Invoke(constructor, [_compilation.RefTo(new SlotTarget(layout, slots)), .. arguments]);
        Push(new KernelValue(type, Ssa.ReadAll(slots, layout.Leaves.Count)));
    }

    private KernelValue[] PopArguments(MethodBase method, bool hasThis)
    {
        var parameters = method.GetParameters();
        var first = hasThis ? 1 : 0;
        var arguments = new KernelValue[parameters.Length + first];
        for (var i = parameters.Length - 1; i >= 0; i--)
            arguments[i + first] = PopArgument(parameters[i]);
        if (hasThis)
            arguments[0] = Pop();
        return arguments;
    }

    private KernelValue PopArgument(ParameterInfo parameter) => Coerce(Pop(), _compilation.LayoutOf(parameter.ParameterType));

    private MethodBase MethodOf(ILInstruction instruction) =>
        Method.Module.ResolveMethod(instruction.Token, TypeArguments, MethodArguments)!;
}
