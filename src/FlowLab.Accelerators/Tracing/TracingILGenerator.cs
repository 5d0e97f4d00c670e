using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;

namespace FlowLab.Accelerators.Tracing;

/// <summary>Emits what it is told and writes it down as text.</summary>
internal sealed class TracingILGenerator(ILGenerator inner, ILText text) : ILGenerator
{
    public override int ILOffset => inner.ILOffset;

    public override LocalBuilder DeclareLocal(Type localType, bool pinned) => inner.DeclareLocal(localType, pinned);

    public override Label DefineLabel() => inner.DefineLabel();

    public override void MarkLabel(Label loc)
    {
        inner.MarkLabel(loc);
        text.Mark(loc);
    }

    public override void Emit(OpCode opcode) => Write(opcode, null, () => inner.Emit(opcode));

    public override void Emit(OpCode opcode, byte arg) => Write(opcode, arg, () => inner.Emit(opcode, arg));

    public override void Emit(OpCode opcode, short arg) => Write(opcode, arg, () => inner.Emit(opcode, arg));

    public override void Emit(OpCode opcode, int arg) => Write(opcode, arg, () => inner.Emit(opcode, arg));

    public override void Emit(OpCode opcode, long arg) => Write(opcode, arg, () => inner.Emit(opcode, arg));

    public override void Emit(OpCode opcode, float arg) => Write(opcode, arg, () => inner.Emit(opcode, arg));

    public override void Emit(OpCode opcode, double arg) => Write(opcode, arg, () => inner.Emit(opcode, arg));

    public override void Emit(OpCode opcode, string str) => Write(opcode, str, () => inner.Emit(opcode, str));

    public override void Emit(OpCode opcode, Type cls) => Write(opcode, cls, () => inner.Emit(opcode, cls));

    public override void Emit(OpCode opcode, FieldInfo field) => Write(opcode, field, () => inner.Emit(opcode, field));

    public override void Emit(OpCode opcode, MethodInfo meth) => Write(opcode, meth, () => inner.Emit(opcode, meth));

    public override void Emit(OpCode opcode, ConstructorInfo con) => Write(opcode, con, () => inner.Emit(opcode, con));

    public override void Emit(OpCode opcode, LocalBuilder local) => Write(opcode, local, () => inner.Emit(opcode, local));

    public override void Emit(OpCode opcode, Label label) => Write(opcode, label, () => inner.Emit(opcode, label));

    public override void Emit(OpCode opcode, Label[] labels) => Write(opcode, labels, () => inner.Emit(opcode, labels));

    public override void Emit(OpCode opcode, SignatureHelper signature) => Write(opcode, signature, () => inner.Emit(opcode, signature));

    public override void EmitCall(OpCode opcode, MethodInfo methodInfo, Type[]? optionalParameterTypes) =>
        Write(opcode, methodInfo, () => inner.EmitCall(opcode, methodInfo, optionalParameterTypes));

    public override void EmitCalli(
        OpCode opcode, CallingConventions callingConvention, Type? returnType, Type[]? parameterTypes, Type[]? optionalParameterTypes) =>
        Write(opcode, null, () => inner.EmitCalli(opcode, callingConvention, returnType, parameterTypes, optionalParameterTypes));

    public override void EmitCalli(OpCode opcode, CallingConvention unmanagedCallConv, Type? returnType, Type[]? parameterTypes) =>
        Write(opcode, null, () => inner.EmitCalli(opcode, unmanagedCallConv, returnType, parameterTypes));

    public override void BeginCatchBlock(Type? exceptionType) => inner.BeginCatchBlock(exceptionType);

    public override void BeginExceptFilterBlock() => inner.BeginExceptFilterBlock();

    public override Label BeginExceptionBlock() => inner.BeginExceptionBlock();

    public override void BeginFaultBlock() => inner.BeginFaultBlock();

    public override void BeginFinallyBlock() => inner.BeginFinallyBlock();

    public override void EndExceptionBlock() => inner.EndExceptionBlock();

    public override void BeginScope() => inner.BeginScope();

    public override void EndScope() => inner.EndScope();

    public override void UsingNamespace(string usingNamespace) => inner.UsingNamespace(usingNamespace);

    private void Write(OpCode opcode, object? operand, Action emit)
    {
        emit();
        text.Add(opcode, operand);
    }
}
