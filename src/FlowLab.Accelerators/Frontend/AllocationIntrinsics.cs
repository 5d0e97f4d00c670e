using System.Reflection;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Shared and local memory: a view of an allocation of constant size.</summary>
internal static class AllocationIntrinsics
{
    /// <summary>Alignment of arrays, so that they may be cast to larger elements.</summary>
    private const int ArrayAlignment = 16;

    internal static Intrinsic? Find(MethodInfo method) => (method.DeclaringType!, method.Name) switch
    {
        ({ } type, nameof(SharedMemory.Allocate)) when type == typeof(SharedMemory) => Shared,
        ({ } type, nameof(SharedMemory.GetDynamic)) when type == typeof(SharedMemory) => Dynamic,
        ({ } type, nameof(LocalMemory.Allocate)) when type == typeof(LocalMemory) => Local,
        _ => null,
    };

    private static KernelValue Shared(MethodFrame frame, MethodInfo method, KernelValue[] arguments)
    {
        if (arguments.Length > 0)
            return View(frame, method, IRAllocationKind.Shared, arguments[0].Scalar);
        var type = method.GetGenericArguments()[0];
        var allocation = Allocate(frame, IRAllocationKind.Shared, MemoryLayout.SizeOf(type), AlignmentOf(frame.Compilation.LayoutOf(type)));
        return new(method.ReturnType, [allocation.Value]);
    }

    private static KernelValue Local(MethodFrame frame, MethodInfo method, KernelValue[] arguments) =>
        View(frame, method, IRAllocationKind.Local, arguments[0].Scalar);

    private static KernelValue Dynamic(MethodFrame frame, MethodInfo method, KernelValue[] arguments)
    {
        var allocation = frame.Kernel.Allocations.Find(allocation => allocation.Kind == IRAllocationKind.DynamicShared)
            ?? Allocate(frame, IRAllocationKind.DynamicShared, 0, ArrayAlignment);
        var elementSize = frame.Kernel.Const((long)MemoryLayout.SizeOf(method.GetGenericArguments()[0]));
        var length = frame.Emit(IROpcode.DivS, IRType.Int64, frame.Kernel.Place(IRParameterKind.DynamicSharedSize), elementSize);
        return new(method.ReturnType, [allocation.Value, length]);
    }

    private static KernelValue View(MethodFrame frame, MethodInfo method, IRAllocationKind kind, IRValue extent)
    {
        var length = ExtentOf(frame, method, extent);
        var size = length * MemoryLayout.SizeOf(method.GetGenericArguments()[0]);
        if (size > int.MaxValue)
            throw frame.Refuse(KernelRefusal.AllocationSize, $"{size} bytes");
        return new(method.ReturnType, [Allocate(frame, kind, (int)size, ArrayAlignment).Value, frame.Kernel.Const(length)]);
    }

    private static long ExtentOf(MethodFrame frame, MethodInfo method, IRValue extent)
    {
        if (extent is { IsConst: true, Bits: > 0 })
            return extent.Bits;

        // What depends on a value that is not known yet counts as one element: the kernel is compiled again when it is.
        if (!extent.IsConst && frame.Compilation.IsProvisional)
            return 1;
        var what = extent.IsConst ? $"an extent of {extent.Bits}" : "an extent that is only known at run time";
        throw frame.Refuse(KernelRefusal.AllocationSize, $"{method.DeclaringType!.Name} with {what}");
    }

    private static IRAllocation Allocate(MethodFrame frame, IRAllocationKind kind, int size, int alignment)
    {
        var allocation = new IRAllocation(kind, size, alignment, frame.Kernel.Allocations.Count);
        frame.Kernel.Allocations.Add(allocation);
        return allocation;
    }

    private static int AlignmentOf(TypeLayout layout) => layout.Leaves.Max(leaf => TypeLayout.MemoryType(leaf.ClrType).SizeInBytes);
}
