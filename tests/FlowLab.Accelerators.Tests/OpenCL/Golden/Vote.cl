// GoldenKernels.Vote
#pragma OPENCL FP_CONTRACT OFF

enum { RUNNING, AT_WARP, AT_GROUP, FINISHED };

typedef int __attribute__((may_alias)) int_m;

static int lane_down(int lane, int selector, int width)
{
    uint at = (uint)(lane & (width - 1)) + (uint)selector;
    return at < (uint)width ? (lane & ~(width - 1)) | (int)at : lane;
}

__kernel void GoldenKernels_Vote(
    __global uchar* p1_data_ptr_buffer,
    const long p1_data_ptr_offset,
    __local ulong* exchange)
{
    __global uchar* const p1_data_ptr = p1_data_ptr_buffer + p1_data_ptr_offset;
    const int threads = (int)(get_local_size(0) * get_local_size(1) * get_local_size(2));
    const int thread = (int)(get_local_id(0) + get_local_size(0) * (get_local_id(1) + get_local_size(1) * get_local_id(2)));
    const int lane = thread & 31;
    const int at_k_GroupIndexZ = (int)get_local_id(2);
    const int at_k_GroupDimY = (int)get_local_size(1);
    const int at_k_GroupIndexY = (int)get_local_id(1);
    const int at_k_GroupDimX = (int)get_local_size(0);
    const int at_k_GroupIndexX = (int)get_local_id(0);
    const int at_k_GridIndexX = (int)get_group_id(0);
    int v7;
    int v8;
    int v9;
    int v10;
    int v11;
    int v12;
    int v13;
    int v14;
    int v15;
    __global uchar* v16;
    int v17;
    volatile __local int* const places = (volatile __local int*)(exchange + threads);
    volatile __local int* const waits = places + threads;
    volatile __local int* const waiting = waits + threads;
    int step = 0, source = thread, others;
    ulong given = 0, taken = 0;
    places[thread] = 0;
    waits[thread] = RUNNING;
    if (thread == 0) waiting[0] = 0;
    barrier(CLK_LOCAL_MEM_FENCE);
    do
    {
        while (waits[thread] == RUNNING)
        {
            switch (places[thread])
            {
            case 0:;
                v7 = (int)((uint)at_k_GroupIndexZ * (uint)at_k_GroupDimY);
                v8 = (int)((uint)v7 + (uint)at_k_GroupIndexY);
                v9 = (int)((uint)v8 * (uint)at_k_GroupDimX);
                v10 = (int)((uint)v9 + (uint)at_k_GroupIndexX);
                v11 = v10 / 32;
                v12 = *(__global int_m*)p1_data_ptr;
                v13 = v11 >= v12;
                if (v13)
                {
                    goto b2;
                }
                v14 = (int)((uint)at_k_GridIndexX * (uint)at_k_GroupDimX);
                v15 = (int)((uint)at_k_GroupIndexX + (uint)v14);
                v16 = p1_data_ptr + (long)v15 * 4L;
                given = (ulong)(uint)at_k_GroupIndexX;
                source = thread - lane + lane_down(lane, 1, 32);
                places[thread] = 1; waits[thread] = AT_WARP; continue;
            case 1:;
                v17 = (int)taken;
                *(__global int_m*)v16 = v17;
            b2:;
                places[thread] = 2; waits[thread] = AT_GROUP; continue;
            case 2:;
                waits[thread] = FINISHED; continue;
            }
        }
        const int place = places[thread], wait = waits[thread];
        exchange[thread] = given;
        if (wait == AT_WARP) atomic_add(&waiting[step & 1], 65536);
        if (wait == AT_GROUP) atomic_add(&waiting[step & 1], 1);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        others = waiting[step & 1];
        int goes = wait == AT_GROUP && others < 65536;
        if (wait == AT_WARP)
        {
            goes = 1;
            for (int i = thread - lane; i < thread - lane + 32 && i < threads; i++) goes &= waits[i] != AT_WARP || places[i] >= place;
            taken = source < threads && waits[source] == AT_WARP && places[source] == place ? exchange[source] : given;
        }
        step++;
        if (thread == 0) waiting[step & 1] = 0;
        barrier(CLK_LOCAL_MEM_FENCE);
        if (goes) waits[thread] = RUNNING;
    } while (others != 0);
}
