using System.Reflection;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Members of <see cref="Atomic"/> but for MakeAtomic, whose body is inlined.</summary>
internal static class AtomicIntrinsics
{
    private static AtomicOperation? OperationOf(string name) => name switch
    {
        nameof(Atomic.Add) => AtomicOperation.Add,
        nameof(Atomic.And) => AtomicOperation.And,
        nameof(Atomic.Or) => AtomicOperation.Or,
        nameof(Atomic.Xor) => AtomicOperation.Xor,
        nameof(Atomic.Min) => AtomicOperation.Min,
        nameof(Atomic.Max) => AtomicOperation.Max,
        nameof(Atomic.Exchange) => AtomicOperation.Exchange,
        nameof(Atomic.CompareExchange) => AtomicOperation.CompareExchange,
        _ => null,
    };

    internal static Intrinsic? Find(MethodInfo method) =>
        method.DeclaringType == typeof(Atomic) && OperationOf(method.Name) is not null ? Operate : null;

    private static KernelValue Operate(MethodFrame frame, MethodInfo method, KernelValue[] arguments)
    {
        var address = frame.MemoryAddressOf(arguments[0], KernelRefusal.AtomicTarget, $"Atomic.{method.Name}");
        IRValue[] operands = [address, .. arguments.Skip(1).Select(argument => argument.Scalar)];
        return new(method.ReturnType, [frame.Ssa.Emit(new IRValue(IROpcode.Atomic, operands[^1].Type, operands)
        {
            Atomic = OperationOf(method), Location = frame.Compilation.Location,
        })]);
    }

    private static AtomicOperation OperationOf(MethodInfo method)
    {
        var isUnsigned = method.ReturnType == typeof(uint) || method.ReturnType == typeof(ulong);
        return (OperationOf(method.Name)!.Value, isUnsigned) switch
        {
            (AtomicOperation.Min, true) => AtomicOperation.MinU,
            (AtomicOperation.Max, true) => AtomicOperation.MaxU,
            var (operation, _) => operation,
        };
    }
}
