// GoldenKernels.Dynamic
#pragma OPENCL EXTENSION cl_khr_int64_base_atomics : enable
#pragma OPENCL EXTENSION cl_khr_int64_extended_atomics : enable
#pragma OPENCL FP_CONTRACT OFF

typedef long __attribute__((may_alias)) long_m;

static int lane_xor(int lane, int selector, int width)
{
    uint at = (uint)(lane & (width - 1)) ^ (uint)selector;
    return at < (uint)width ? (lane & ~(width - 1)) | (int)at : lane;
}

__kernel void GoldenKernels_Dynamic(
    __global uchar* p1_data_ptr_buffer,
    const long p1_data_ptr_offset,
    const long dynamic_shared_size,
    __local ulong* shared0_memory,
    __local ulong* exchange)
{
    __local uchar* const shared0 = (__local uchar*)shared0_memory;
    __global uchar* const p1_data_ptr = p1_data_ptr_buffer + p1_data_ptr_offset;
    const int threads = (int)(get_local_size(0) * get_local_size(1) * get_local_size(2));
    const int thread = (int)(get_local_id(0) + get_local_size(0) * (get_local_id(1) + get_local_size(1) * get_local_id(2)));
    const int lane = thread & 31;
    const long at_k_DynamicSharedSize = dynamic_shared_size;
    const int at_k_GroupIndexX = (int)get_local_id(0);
    long v3 = at_k_DynamicSharedSize / 8L;
    __local uchar* v4 = shared0 + (long)at_k_GroupIndexX * 8L;
    __global uchar* v5 = p1_data_ptr + (long)at_k_GroupIndexX * 8L;
    long v6 = *(__global long_m*)v5;
    *(__local long_m*)v4 = v6;
    mem_fence(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    long v9 = (long)atom_max((volatile __local long*)shared0, v3);
    long v10 = *(__global long_m*)v5;
    exchange[thread] = (ulong)v10;
    barrier(CLK_LOCAL_MEM_FENCE);
    const int from11 = thread - lane + lane_xor(lane, 1, 32);
    long v11 = (long)exchange[from11 < threads ? from11 : thread];
    barrier(CLK_LOCAL_MEM_FENCE);
    long v12 = (long)((ulong)v9 + (ulong)v11);
    *(__global long_m*)v5 = v12;
}
