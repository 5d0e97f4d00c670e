using System.Reflection;
using System.Reflection.Emit;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Calls: intrinsics by table, everything else inlined.</summary>
internal sealed partial class MethodFrame
{
    private Type? _constrainedTo;

    internal static void AddCalls()
    {
        InstructionTable.Add([OpCodes.Call, OpCodes.Callvirt], static (frame, instruction) => frame.Call(instruction));
        InstructionTable.Add(OpCodes.Newobj, static (frame, instruction) => frame.New(instruction));
        InstructionTable.Add(OpCodes.Constrained, static (frame, instruction) => frame._constrainedTo = frame.TypeOf(instruction));
    }

    /// <summary>The message of an assertion or of a trusted check, which nobody reads; other strings are refused.</summary>
    internal void LoadText(ILInstruction text)
    {
        if (!IsTrusted && !IsOfAssertion(text))
            throw RefuseText(text);
        Push(Kernel.Const(0));
    }

    private bool IsOfAssertion(ILInstruction text) =>
        _body.Instructions.Where(instruction => instruction.Offset > text.Offset && instruction.Code.OperandType == OperandType.InlineMethod)
            .Select(MethodOf).FirstOrDefault() is MethodInfo method && Intrinsics.IsAssertion(method);

    /// <summary>A string is most often the message of an exception; then that is what is refused.</summary>
    private KernelRefusedException RefuseText(ILInstruction text)
    {
        var rest = _body.Instructions.Where(instruction => instruction.Offset > text.Offset).TakeWhile(instruction => !instruction.IsBranch);
        return Refuse(rest.Any(IsOfException) ? KernelRefusal.Exceptions : KernelRefusal.Text, text.Code.Name!);
    }

    private bool IsOfException(ILInstruction instruction) => instruction.Code == OpCodes.Throw
        || (instruction.Code.OperandType == OperandType.InlineMethod && typeof(Exception).IsAssignableFrom(MethodOf(instruction).DeclaringType));

    private void Call(ILInstruction instruction)
    {
        var site = SiteOf(instruction, _constrainedTo);
        _constrainedTo = null;
        var result = Invoke(site, PopArguments(site, hasThis: !site.Method.IsStatic));
        if (result is not null)
            Push(result);
    }

    /// <summary>What is constrained is part of the method's body, too, so that an instruction always means the same.</summary>
    private CallSite SiteOf(ILInstruction instruction, Type? constrainedTo)
    {
        if (instruction.Meaning is CallSite known)
            return known;
        var method = CallTarget.Resolve(this, MethodOf(instruction), constrainedTo);
        var intrinsic = method is MethodInfo function ? Intrinsics.Find(function, IsTrusted) : null;
        var site = new CallSite(method, [.. method.GetParameters().Select(parameter => _compilation.LayoutOf(TypeOf(parameter)))], intrinsic);
        instruction.Meaning = site;
        return site;
    }

    /// <summary>Texts, of messages that nobody reads, are numbers.</summary>
    private static Type TypeOf(ParameterInfo parameter) => parameter.ParameterType == typeof(string) ? typeof(int) : parameter.ParameterType;

    private KernelValue? Invoke(CallSite site, KernelValue[] arguments) => site.Intrinsic is { } intrinsic
        ? intrinsic(this, (MethodInfo)site.Method, arguments)
        : Inline(site.Method, arguments);

    /// <summary>Appends the body of a method, with arguments of the types of its parameters.</summary>
    internal KernelValue? Inline(MethodBase method, KernelValue[] arguments)
    {
        CallTarget.Verify(this, method);
        return new MethodFrame(_compilation, method, arguments, this).Run();
    }

    /// <summary>A struct is made in a variable of its own.</summary>
    private void New(ILInstruction instruction)
    {
        var type = ((instruction.Meaning as CallSite)?.Method ?? MethodOf(instruction)).DeclaringType!;
        if (!type.IsValueType)
            throw Refuse(KernelRefusal.Allocation, $"new {type.Name}");
        var constructor = SiteOf(instruction, constrainedTo: null);
        var arguments = PopArguments(constructor, hasThis: false);
        var layout = _compilation.LayoutOf(type);
        var slots = Ssa.NewSlots(layout);
        Ssa.WriteAll(slots, _compilation.Zero(layout).Leaves);
        Invoke(constructor, [Compilation.RefTo(new SlotTarget(layout, slots)), .. arguments]);
        Push(new KernelValue(type, Ssa.ReadAll(slots, layout.Leaves.Count)));
    }

    /// <summary>Coerced to the types of the parameters.</summary>
    private KernelValue[] PopArguments(CallSite site, bool hasThis)
    {
        var first = hasThis ? 1 : 0;
        var arguments = new KernelValue[site.Parameters.Length + first];
        for (var i = site.Parameters.Length - 1; i >= 0; i--)
            arguments[i + first] = Coerce(Pop(), site.Parameters[i]);
        if (hasThis)
            arguments[0] = Pop();
        return arguments;
    }

    private MethodBase MethodOf(ILInstruction instruction) =>
        Method.Module.ResolveMethod(instruction.Token, TypeArguments, MethodArguments)!;
}
