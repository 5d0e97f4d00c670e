using System.Reflection;

namespace FlowLab.Accelerators.Frontend;

/// <summary>What threads of a group do together, made of barriers and shared memory.</summary>
internal static class GroupBodies
{
    /// <summary>The body of a method of <see cref="Group"/>.</summary>
    internal static MethodInfo Of(MethodInfo method)
    {
        var body = typeof(GroupBodies).GetMethod(method.Name, BindingFlags.Static | BindingFlags.NonPublic)!;
        return body.IsGenericMethodDefinition ? body.MakeGenericMethod(method.GetGenericArguments()) : body;
    }

    private static int BarrierPopCount(bool predicate)
    {
        ref var count = ref SharedMemory.Allocate<int>();
        if (Group.IsFirstThread)
            count = 0;
        Group.Barrier();
        if (predicate)
            Atomic.Add(ref count, 1);
        Group.Barrier();
        var result = count;

        // The next round starts from zero only when every thread has read.
        Group.Barrier();
        return result;
    }

    private static bool BarrierAnd(bool predicate) => BarrierPopCount(!predicate) == 0;

    private static bool BarrierOr(bool predicate) => BarrierPopCount(predicate) != 0;

    private static T Broadcast<T>(T value, int groupIndex)
        where T : unmanaged
    {
        ref var slot = ref SharedMemory.Allocate<T>();
        if (Group.LinearIndex == groupIndex)
            slot = value;
        Group.Barrier();
        var result = slot;
        Group.Barrier();
        return result;
    }
}
